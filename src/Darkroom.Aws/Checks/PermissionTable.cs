using Darkroom.Aws.Errors;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Checks;

/// <summary>
/// What was said of each action that some work needs, and what that comes to. AWS's verdict on a call counts for more than the policies by themselves, which know
/// no session and no resource's own policy; where only they speak, they count.
/// </summary>
internal sealed class PermissionTable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Row> rows = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Actions => [.. rows.Keys];

    /// <summary>A call that a check has made.</summary>
    public void Called(CloudCall call)
    {
        if (call.Failure is not { } failure)
        {
            Say(call.Action, new(PermissionSource.Call, PermissionAnswer.Allowed));
        }
        else if (failure.DeniedAction is { } denied)
        {
            Say(denied, new(PermissionSource.Call, PermissionAnswer.Denied, failure.Error.Detail));
        }
    }

    /// <summary>A dry run that was made, with its failure; null when AWS would have carried it out.</summary>
    public void DryRan(DryRun run, CloudException? failure)
    {
        if (failure is null)
        {
            foreach (var action in run.Proves)
            {
                Say(action, new(PermissionSource.DryRun, PermissionAnswer.Allowed));
            }
        }
        else if (failure.DeniedAction is { } denied)
        {
            Say(denied, new(PermissionSource.DryRun, PermissionAnswer.Denied, failure.Error.Detail));
        }
        else
        {
            Say(run.Action, new(PermissionSource.DryRun, PermissionAnswer.Undecided, failure.Error.Detail), failure);
        }
    }

    public void Simulated(string action, PermissionAnswer answer, string words) => Say(action, new(PermissionSource.PolicySimulation, answer, words));

    /// <summary>Asked of the caller on the way of a call; a simulation that leaves out the resource's own policy decides nothing about it.</summary>
    public void Need(string action, bool boundToResource)
    {
        lock (gate)
        {
            var row = RowOf(action);
            row.BoundToResource |= boundToResource;
        }
    }

    public IReadOnlyList<Finding> Findings() => [.. rows.Where(row => row.Value.Verdicts.Count > 0).Select(row => Judge(row.Key, row.Value))];

    private static Finding Judge(string action, Row row)
    {
        var (call, dryRun, policy) = (row.Of(PermissionSource.Call), row.Of(PermissionSource.DryRun), row.Of(PermissionSource.PolicySimulation));
        return (call?.Answer, dryRun?.Answer, policy?.Answer) switch
        {
            (PermissionAnswer.Denied, _, _) => Missing(call!),
            (PermissionAnswer.Allowed, _, _) => Of(CheckResult.Passed),
            (_, PermissionAnswer.Denied, _) => Missing(dryRun!),
            (_, PermissionAnswer.Allowed, _) => Of(CheckResult.Passed),
            _ when row.Unanswered is { IsTransient: true } unanswered => Of(CheckResult.NotCheckable, unanswered.Error) with { Unanswered = unanswered },
            (_, _, PermissionAnswer.Allowed) => Of(CheckResult.Passed),
            (_, _, PermissionAnswer.Denied) when !row.BoundToResource => Missing(policy!),
            _ => Of(CheckResult.NotCheckable, row.Unanswered?.Error ?? CheckErrors.PermissionUnproven.With(action)),
        };

        Finding Missing(PermissionVerdictDto verdict) => Of(CheckResult.Failed, AccessErrors.MissingPermission.With(action) with { Detail = verdict.Words });

        Finding Of(CheckResult result, Error? error = null) => new(CheckNames.Permissions, result, error) { Subject = action, Verdicts = row.Verdicts };
    }

    private void Say(string action, PermissionVerdictDto verdict, CloudException? unanswered = null)
    {
        lock (gate)
        {
            var row = RowOf(action);
            row.Unanswered ??= unanswered;

            // A refusal may depend on what was named: one is enough.
            var known = row.Verdicts.FindIndex(said => said.Source == verdict.Source);
            if (known < 0)
            {
                row.Verdicts.Add(verdict);
                row.Verdicts.Sort((a, b) => a.Source.CompareTo(b.Source));
            }
            else if (row.Verdicts[known].Answer != PermissionAnswer.Denied)
            {
                row.Verdicts[known] = verdict;
            }
        }
    }

    private Row RowOf(string action)
    {
        if (!rows.TryGetValue(action, out var row))
        {
            rows[action] = row = new Row();
        }

        return row;
    }

    private sealed class Row
    {
        public List<PermissionVerdictDto> Verdicts { get; } = [];

        public bool BoundToResource { get; set; }

        public CloudException? Unanswered { get; set; }

        public PermissionVerdictDto? Of(PermissionSource source) => Verdicts.Find(said => said.Source == source);
    }
}
