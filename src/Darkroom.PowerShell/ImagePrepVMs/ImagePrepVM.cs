using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.ImageVersionSpecs;

namespace Darkroom.PowerShell.ImagePrepVMs;

/// <summary>A preparation instance that is kept after its preparation has failed. Times are local.</summary>
public sealed class ImagePrepVM
{
    /// <summary>The kind of a leftover that is one.</summary>
    internal const string Instance = "Instance";

    private ImagePrepVM(OperationDto operation, string instance)
    {
        VMId = instance;
        TaskId = operation.OperationId;
        ImageVersionSpecUid = operation.SubjectUid ?? Guid.Empty;
        ImageDefinitionName = operation.Image?.ImageDefinitionName;
        ImageVersionNumber = operation.Image?.ImageVersionNumber ?? 0;
        HostingUnitUid = operation.HostingUnitUid ?? Guid.Empty;
        HostingUnitName = operation.HostingUnitName;
        FailedTime = (operation.FinishedAt ?? operation.LastUpdateAt).LocalDateTime;
        KeptUntil = operation.HeldUntil?.LocalDateTime;
        Reason = operation.Error is { } error ? new ImageVersionSpecFinding(error) : null;
    }

    /// <summary>Cloud id, <c>i-…</c>.</summary>
    public string VMId { get; }

    /// <summary>The task that prepares the image; Remove-ProvImagePrepVM takes it.</summary>
    public Guid TaskId { get; }

    /// <summary>The prepared spec, which has failed.</summary>
    public Guid ImageVersionSpecUid { get; }

    public string? ImageDefinitionName { get; }

    public int ImageVersionNumber { get; }

    public Guid HostingUnitUid { get; }

    public string? HostingUnitName { get; }

    public DateTime FailedTime { get; }

    /// <summary>When it is removed by itself; null where it is kept until somebody removes it.</summary>
    public DateTime? KeptUntil { get; }

    /// <summary>Why the preparation has failed.</summary>
    public ImageVersionSpecFinding? Reason { get; }

    /// <summary>The instances that an operation keeps.</summary>
    internal static IEnumerable<ImagePrepVM> Of(OperationDto operation) =>
        operation.Leftovers.Where(left => left.Kind == Instance).Select(left => left.ResourceId).OfType<string>().Select(id => new ImagePrepVM(operation, id));
}
