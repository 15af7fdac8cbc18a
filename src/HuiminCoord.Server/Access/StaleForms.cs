using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Bodies;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Antiforgery;

namespace HuiminCoord.Server.Access;

/// <summary>Refuses forms that this server did not give to this browser, in words. Stands behind the framework's own check.</summary>
internal sealed class StaleForms(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<IAntiforgeryValidationFeature>() switch
        {
            { IsValid: false, Error.InnerException: BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } } => throw new RefusedException(TooLarge(http)),
            { IsValid: false } => throw new RefusedException(new Refusal("form.stale")),
            _ => next(http),
        };
    }

    private static Refusal TooLarge(HttpContext http)
    {
        var most = http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? CommandLimits.BodyBytes;
        return new Refusal("request.too-large", $"{most / 1024}");
    }
}
