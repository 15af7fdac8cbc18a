using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Bodies;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Api.Refusals;

/// <summary>Refusals as problem details (RFC 9457): <c>code</c> is for programs, <c>title</c> and <c>detail</c> are for people.</summary>
internal static class RefusalProblems
{
    internal const string ContentType = "application/problem+json";

    /// <summary>Name of the member that carries the stable code.</summary>
    internal const string Code = "code";

    /// <summary>The problem that a refusal is to this caller.</summary>
    internal static ProblemDetails Of(Refusal refusal, HttpContext http)
    {
        var sentence = RefusalWords.Say(refusal, Speaking.To(http));
        var problem = new ProblemDetails
        {
            Type = $"urn:huimincoord:refusal:{refusal.Code}",
            Title = sentence.Title,
            Detail = sentence.Detail,
            Status = RefusalCodes.Status.GetValueOrDefault(refusal.Code, StatusCodes.Status409Conflict),
            Instance = http.Request.Path,
        };
        problem.Extensions[Code] = refusal.Code;
        return problem;
    }

    /// <summary>Writes the problem as the whole answer; whoever looks at a page gets it as a page.</summary>
    internal static Task Write(ProblemDetails problem, HttpContext http)
    {
        if (RefusalPage.For(http) is { } page)
        {
            return page.Show(problem, http);
        }

        http.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        http.Response.Headers.ContentLanguage = Speaking.To(http) == Language.English ? "en" : "zh-CN";
        return http.Response.WriteAsJsonAsync(problem, ApiJson.Problems, ContentType, http.RequestAborted);
    }
}

/// <summary>The answer to a command that was refused.</summary>
internal sealed class RefusalResult(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => RefusalProblems.Write(RefusalProblems.Of(refusal, httpContext), httpContext);
}
