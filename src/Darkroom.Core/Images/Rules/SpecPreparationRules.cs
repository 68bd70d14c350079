using Darkroom.Contracts.Images;
using Darkroom.Core.Errors;

namespace Darkroom.Core.Images.Rules;

/// <summary>What a preparation asks of its master spec and its version, before anything is started. Each tells what it refuses, or null.</summary>
public static class SpecPreparationRules
{
    /// <summary>Only a master spec can be prepared (cmdlet reference).</summary>
    /// <returns>SourceSpecNotMaster, naming the version's master spec.</returns>
    public static Error? SourceIsMaster(ImageVersionSpec source) =>
        source.IsPrepared ? ImageErrors.SourceSpecNotMaster.With(source.Uid, source.SourceSpecUid) : null;

    /// <summary>A version has at most one prepared spec; a failed one is retried or removed first.</summary>
    /// <returns>ImagePreparationInProgress, ImageVersionAlreadyPrepared.</returns>
    public static Error? VersionIsUnprepared(ImageVersion version, string definitionName, ImageVersionSpec? prepared) => prepared?.Status switch
    {
        null => null,
        ImageVersionSpecStatus.InProgress => ImageErrors.PreparationInProgress.With(prepared.Uid, prepared.OperationId),
        var status => ImageErrors.VersionAlreadyPrepared.With(version.Number, definitionName, prepared.Uid, status),
    };

    /// <summary>Every preparation on this platform needs a machine profile.</summary>
    /// <returns>MachineProfileRequired.</returns>
    public static Error? ProfileIsGiven(string? machineProfile) =>
        string.IsNullOrWhiteSpace(machineProfile) ? ImageErrors.MachineProfileRequired.With().On("machineProfile") : null;
}
