using System.Diagnostics.Metrics;
using Darkroom.Core.Clouds;

namespace Darkroom.Runtime.Accounts;

/// <summary>What is left of an account's budgets, as of the last call that drew on each; below zero while callers wait.</summary>
internal static class AccountTelemetry
{
    public const string MeterName = "Darkroom.Accounts";

    private static readonly Gauge<double> Tokens = new Meter(MeterName).CreateGauge<double>("darkroom.cloud.tokens", "{token}", "Tokens left in the bucket of an API");

    public static void Drawn(AccountKey account, string api, double left) =>
        Tokens.Record(left, new("account", account.AccountId), new("region", account.Region), new("action", api));
}
