using Microsoft.Extensions.Logging;

namespace Darkroom.Server.Tests.Operations;

/// <summary>What the server logs as a fault.</summary>
/// <param name="least">Errors are its own; warnings are what somebody should look at.</param>
internal sealed class Complaints(LogLevel least = LogLevel.Error) : ILoggerProvider, ILogger
{
    private readonly List<string> _said = [];

    public IReadOnlyList<string> Said
    {
        get
        {
            lock (_said)
            {
                return [.. _said];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (_said)
            {
                _said.Add($"{formatter(state, exception)} {exception}");
            }
        }
    }

    public void Dispose()
    {
    }
}
