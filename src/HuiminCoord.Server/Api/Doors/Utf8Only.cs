using System.Text;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.Net.Http.Headers;

namespace HuiminCoord.Server.Api.Doors;

/// <summary>Lets in only bodies that are UTF-8, or do not say what they are: readers further in would fail on names of encodings that they do not know.</summary>
internal sealed class Utf8Only(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.Charset.HasValue
            && !HeaderUtilities.RemoveQuotes(type.Charset).Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase)
            ? throw new RefusedException(new Refusal("request.content-type"))
            : next(http);
    }
}
