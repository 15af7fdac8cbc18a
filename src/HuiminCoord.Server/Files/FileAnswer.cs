using HuiminCoord.Domain.Files;
using Microsoft.Net.Http.Headers;

namespace HuiminCoord.Server.Files;

/// <summary>A file as a download: browsers keep it and show nothing of it, wherever it came from.</summary>
internal sealed class FileAnswer(FileRef file) : IResult
{
    /// <summary>Should a browser show it all the same, it runs nothing, loads nothing and belongs to no site.</summary>
    private const string Policy = "default-src 'none'; sandbox";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.Name);
        var answer = httpContext.Response;
        (answer.ContentType, answer.ContentLength) = (file.MediaType, file.Size);
        answer.Headers.ContentDisposition = disposition.ToString();
        answer.Headers.ContentSecurityPolicy = Policy;
        return httpContext.RequestServices.GetRequiredService<FileStore>().CopyTo(file, answer.Body, httpContext.RequestAborted);
    }
}
