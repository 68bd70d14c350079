namespace Darkroom.Simulator.ServiceQuotas;

/// <summary>What quotas an account has in a Region. Where nothing is set, AWS's default applies.</summary>
public sealed class AppliedQuotas
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string AccountId, string Region, Quota Quota), double> values = [];

    /// <summary>Sets a quota; what is used already stays, however much it is.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="region">The Region's name.</param>
    /// <param name="serviceCode">The quota's service, for example <c>ec2</c>.</param>
    /// <param name="quotaCode">The quota's code, for example <c>L-1216C47A</c>.</param>
    /// <param name="value">The value in the quota's own unit, or null for AWS's default.</param>
    /// <exception cref="KeyNotFoundException">There is no such quota.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is below zero.</exception>
    public void Set(string accountId, string region, string serviceCode, string quotaCode, double? value)
    {
        if (value is { } checkedValue)
            ArgumentOutOfRangeException.ThrowIfNegative(checkedValue, nameof(value));
        var quota = PublishedQuotas.Find(serviceCode, quotaCode) ?? throw new KeyNotFoundException($"There is no quota {quotaCode} of {serviceCode}.");
        lock (gate)
        {
            if (value is { } number)
                values[(accountId, region, quota)] = number;
            else
                values.Remove((accountId, region, quota));
        }
    }

    internal double Value(string accountId, string region, Quota quota)
    {
        lock (gate)
            return values.GetValueOrDefault((accountId, region, quota), quota.Default);
    }
}
