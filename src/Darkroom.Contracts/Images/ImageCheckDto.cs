using System.Text.Json.Serialization;
using Darkroom.Contracts.Problems;

namespace Darkroom.Contracts.Images;

/// <summary>What a check came to.</summary>
public enum CheckResult
{
    Passed,

    /// <summary>Something to know of; it stands in the way of nothing.</summary>
    Warning,
    Failed,

    /// <summary>It couldn't be made; the problem says why. It stands in the way of nothing.</summary>
    NotCheckable,
}

/// <summary>Who said whether an action is permitted.</summary>
public enum PermissionSource
{
    /// <summary>The call itself, made for another check.</summary>
    Call,

    /// <summary>The call, made so that AWS judges it and doesn't carry it out.</summary>
    DryRun,

    /// <summary>iam:SimulatePrincipalPolicy: what the principal's policies say by themselves.</summary>
    PolicySimulation,
}

/// <summary>What was said of an action's permission.</summary>
public enum PermissionAnswer
{
    Allowed,
    Denied,

    /// <summary>It was asked, and the answer is neither.</summary>
    Undecided,
}

/// <summary>What one source said of an action's permission.</summary>
/// <param name="Words">AWS's own, where there are some.</param>
public sealed record PermissionVerdictDto(
    PermissionSource Source, PermissionAnswer Answer, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Words = null);

/// <summary>One thing that was looked at before a preparation or a share.</summary>
/// <param name="Name">Of the check, e.g. <c>Snapshots</c>; a check that looks at several things, or finds several, is there several times.</param>
/// <param name="Problem">What is wrong or to be known, or why it couldn't be looked at; null when it passed.</param>
public sealed record ImageCheckDto(string Name, CheckResult Result, ProblemItemDto? Problem)
{
    /// <summary>Which of several things of its kind: an action, a subnet, a key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    /// <summary>Of a permission: who said what, also where they contradict each other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PermissionVerdictDto>? Verdicts { get; init; }
}

/// <summary>Body of POST /hosting-units/{nameOrUid}/preparation-checks: a preparation that nothing was made for yet.</summary>
public sealed record PlannedPreparationRequest
{
    public required OsType OsType { get; init; }

    /// <summary><c>XDHyp:\HostingUnits\…\….template</c>, or the path relative to the unit.</summary>
    public required string MasterImagePath { get; init; }
    public required PrepareImageRequest Preparation { get; init; }
}

/// <summary>What a preparation would meet now.</summary>
public sealed record ImagePreparationChecksDto
{
    /// <summary>All zero before there is a master spec.</summary>
    public required Guid SourceImageVersionSpecUid { get; init; }
    public required Guid HostingUnitUid { get; init; }
    public required string HostingUnitName { get; init; }

    /// <summary>No check failed.</summary>
    public required bool CanBePrepared { get; init; }
    public required IReadOnlyList<ImageCheckDto> Checks { get; init; }
}
