using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HuiminCoord.Server.Tests.Attacks;

/// <summary>Everything that a server logs, at every level, with scopes and exceptions.</summary>
internal sealed class KeptLogs : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<(LogLevel Level, string Line)> Lines { get; } = new();

    /// <summary>Puts it into a server, and turns everything on that the server itself does not turn off.</summary>
    public void Into(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(this).Configure<LoggerFilterOptions>(filter => filter.MinLevel = LogLevel.Trace);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(KeptLogs kept, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => kept._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{category}[{eventId.Id} {eventId.Name}] {formatter(state, exception)} {exception}";
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                line += string.Concat(values.Select(v => $" {v.Key}={v.Value}"));
            }

            kept._scopes.ForEachScope((scope, _) => line += $" | {(scope is IEnumerable<KeyValuePair<string, object?>> all ? string.Concat(all.Select(v => $" {v.Key}={v.Value}")) : scope)}", 0);
            kept.Lines.Enqueue((logLevel, line));
        }
    }
}
