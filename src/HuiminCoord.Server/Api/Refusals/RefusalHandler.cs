using System.Data.Common;
using HuiminCoord.Domain.Deciding;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace HuiminCoord.Server.Api.Refusals;

/// <summary>Turns what is thrown on the way to an actor into an answer. Only real failures are logged.</summary>
internal sealed class RefusalHandler(ILogger<RefusalHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var refusal = Of(exception);
        if (refusal.Code == "server.not-ready")
        {
            // Expected while a silo or the database goes and comes; the stack would only say how requests are served.
            log.LogWarning("{Method} {Path} must be asked again: {Error}", httpContext.Request.Method, SecretPaths.Shown(httpContext.Request.Path), exception.Message);
        }
        else if (refusal.Code.StartsWith("server.", StringComparison.Ordinal))
        {
            log.LogError(exception, "{Method} {Path} failed: {Error}", httpContext.Request.Method, SecretPaths.Shown(httpContext.Request.Path), exception.Message);
        }

        try
        {
            await RefusalProblems.Write(Problem(exception, refusal, httpContext), httpContext);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more: that is no error of ours, and must not fill the log as one.
        }

        return true;
    }

    /// <summary>With what programs have to know beside the code.</summary>
    private static ProblemDetails Problem(Exception exception, Refusal refusal, HttpContext http)
    {
        var problem = RefusalProblems.Of(refusal, http);
        if (exception is RefusedException { UpToDate: false })
        {
            problem.Extensions["upToDate"] = false;
        }

        if (exception is RefusedException { Offset: { } offset })
        {
            problem.Extensions["offset"] = offset;
        }

        return problem;
    }

    private static Refusal Of(Exception exception) => exception switch
    {
        RefusedException refused => refused.Refusal,
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad => new Refusal("request.malformed", bad.InnerException?.Message ?? bad.Message),
        BadHttpRequestException bad => ProblemWriter.ByStatus(bad.StatusCode),
        TimeoutException or OrleansException or OperationCanceledException or DbException { IsTransient: true } => new Refusal("server.not-ready"),
        _ => new Refusal("server.failed"),
    };
}
