using HuiminCoord.Server.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace HuiminCoord.Server.Api.OpenApi;

/// <summary>The OpenAPI document and the page that shows it.</summary>
internal static class ApiDocument
{
    private const string ReferencePath = "/reference";

    /// <summary>The page loads nothing from other machines: a district's network may have no way out, and nobody's reading is anybody's business.</summary>
    private const string OwnHostOnly = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'";

    private static readonly (string Name, string Description)[] Rooms =
    [
        ("Session", "Signing in and out, and which of one's seats one sits in."),
        ("Campaigns", "Campaigns, their plans, and what the plans leave open."),
        ("Units", "Member units, their seats and receipts."),
        ("Obligations", "What units owe: handing in, review, dates."),
        ("Board", "报送一览: units × the duties of a month."),
        ("Tasks", "Domain tasks: progress, blocks, milestones."),
        ("Phases", "Phases, their goals and gates."),
        ("Files", "Evidence: uploaded once, attached to acts by its hash, downloaded by whoever may see them."),
        ("Office", "What the joint-meeting office has to know and to do."),
        ("Inboxes", "What each seat was told; the hub delivers the same."),
        ("Messages", "What was sent to whom, over which channels, and whether it was read; texts to copy into a chat."),
        ("Channels", "Mail and webhooks of seats, for people who are not signed in."),
        ("Audit", "Everything that happened, with who did it."),
        ("Calendar", "Working days and the ends of periods, as known on a day; holiday papers and what they move."),
        ("Accounts", "Accounts, who sits in which seat, who is signed in; activation and first set-up."),
        ("Onboarding", "How units and their people get in: links, nominations, contact lists."),
        ("Operator", "What fails. Whether the server can work is answered at /health/live and /health/ready, outside this document."),
    ];

    internal static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer(Describe);
        options.AddDocumentTransformer(AccessOperations.Describe);
        options.AddOperationTransformer(CommandOperations.Describe);
        options.AddOperationTransformer(ReadOperations.Describe);
        options.AddOperationTransformer(ProblemResponses.Describe);
        options.AddOperationTransformer(AnswerExamples.Describe);
        options.AddOperationTransformer(AccessOperations.Describe);
        options.AddSchemaTransformer(BoundedSchemas.Bound);
    });

    internal static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi().Under("describeApi");
        var page = app.MapScalarApiReference(ReferencePath, options =>
        {
            options.Title = "HuiminCoord API";
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.Agent = new ScalarAgentOptions { Disabled = true };

            // Its tool bar offers to share and deploy through a service elsewhere.
            options.HideDeveloperTools();
        });
        page.Under("describeApi");
        page.AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.ContentSecurityPolicy = OwnHostOnly;
            return await next(context);
        });
    }

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "HuiminCoord",
            Version = "v1",
            Description = $"""
                Coordinates a district's campaign: who owes what by when, who was reminded, what waits for whom.

                - Every mutating request names its wish in `Idempotency-Key`; asking again with the same key and body answers the first answer.
                - A command's answer carries `after`; a read with `?after=` waits up to a second for that change and says `upToDate: false` if it is not there yet.
                - A refusal is problem details (RFC 9457) with a stable `code`; sentences are Chinese, or English for `Accept-Language: en`.
                  Each operation names its codes; any request can also meet {string.Join(", ", PossibleRefusals.Anywhere.Select(c => $"`{c}`"))}.
                - Dates are Shanghai dates; instants are written with +08:00. Sign in first (signIn): every request comes from one seat, lists are narrowed to what it reaches, and ids of others answer as those that nobody has.
                """,
        };
        document.Tags = Rooms.Select(r => new OpenApiTag { Name = r.Name, Description = r.Description }).ToHashSet();
        return Task.CompletedTask;
    }
}
