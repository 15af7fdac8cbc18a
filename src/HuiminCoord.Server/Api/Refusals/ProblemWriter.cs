using System.Text.Json;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Api.Refusals;

/// <summary>Gives every problem that the framework finds by itself a code and our words: validation, routing, body limits.</summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    /// <summary>Always: whoever accepts no JSON is still told why.</summary>
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, found) = (context.HttpContext, context.ProblemDetails);
        var problem = found is HttpValidationProblemDetails invalid
            ? Invalid(invalid, http)
            : RefusalProblems.Of(ByStatus(found.Status ?? http.Response.StatusCode), http);
        return new ValueTask(RefusalProblems.Write(problem, http));
    }

    /// <summary>What a bare status means here.</summary>
    internal static Refusal ByStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => new Refusal("route.unknown"),
        StatusCodes.Status405MethodNotAllowed => new Refusal("method.not-allowed"),
        StatusCodes.Status413PayloadTooLarge => new Refusal("request.too-large", $"{CommandLimits.BodyBytes / 1024}"),
        StatusCodes.Status415UnsupportedMediaType => new Refusal("request.content-type"),
        StatusCodes.Status503ServiceUnavailable => new Refusal("server.not-ready"),
        >= 400 and < 500 => new Refusal("request.malformed"),
        _ => new Refusal("server.failed"),
    };

    private static ProblemDetails Invalid(HttpValidationProblemDetails invalid, HttpContext http)
    {
        var language = Speaking.To(http);
        var errors = invalid.Errors.OrderBy(e => e.Key, StringComparer.Ordinal)
            .ToDictionary(e => AsWritten(e.Key), e => e.Value.Select(v => RefusalWords.SayValue(v, language)).ToArray());
        var (open, close, between) = language == Language.Chinese ? ("（", "）", "；") : (" (", ")", "; ");
        var places = string.Join(between, errors.Select(e => $"{e.Key}{open}{string.Join(between, e.Value)}{close}"));
        var problem = RefusalProblems.Of(new Refusal("request.invalid", places), http);
        problem.Extensions["errors"] = errors;
        return problem;
    }

    /// <summary>The place as it stands in the request: <c>remarks[0].place</c>, not our property's name.</summary>
    private static string AsWritten(string place) => string.Join('.', place.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
