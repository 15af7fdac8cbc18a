using System.Threading.RateLimiting;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;

namespace HuiminCoord.Server.Access;

/// <summary>Puts the gate into a server.</summary>
public static class AccessServices
{
    /// <summary>Name of the limit on doors at which guessing would pay.</summary>
    internal const string Guessing = "guessing";

    /// <summary>Attempts a minute from one address; a district behind one address signs in within it on any morning.</summary>
    internal const int AttemptsAMinute = 60;

    /// <summary>Registers matrix and gate. Needs <c>AddAccounts</c> beside it.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton(ShippedMatrix.Matrix)
        .AddSingleton<TaskTies>()
        .AddSingleton<MeetingTies>()
        .AddRateLimiter(limits =>
        {
            limits.AddPolicy(Guessing, Attempts);
            limits.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return new ValueTask(RefusalProblems.Write(RefusalProblems.Of(new Refusal("request.too-many"), rejected.HttpContext), rejected.HttpContext));
            };
        });

    /// <summary>Puts the gate behind routing: every door that is mapped afterwards stands behind it.</summary>
    public static void UseAccess(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<AccessGate>();
    }

    /// <summary>Bounds attempts from one address.</summary>
    internal static T AgainstGuessing<T>(this T door)
        where T : IEndpointConventionBuilder => door.RequireRateLimiting(Guessing);

    /// <summary>Looking at a form is no attempt.</summary>
    private static RateLimitPartition<string> Attempts(HttpContext http) => HttpMethods.IsGet(http.Request.Method)
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetFixedWindowLimiter(
            http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = AttemptsAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
