using Darkroom.Contracts.Images;

namespace Darkroom.Core.Images.Rules;

/// <summary>What a preparation asks of its master spec and its version, before anything is started.</summary>
public static class SpecPreparationRules
{
    /// <summary>Only a master spec can be prepared (cmdlet reference).</summary>
    /// <exception cref="Errors.DarkroomException">SourceSpecNotMaster, naming the version's master spec.</exception>
    public static void SourceIsMaster(ImageVersionSpec source)
    {
        if (source.IsPrepared)
        {
            throw ImageErrors.SourceSpecNotMaster.Raise(source.Uid, source.SourceSpecUid);
        }
    }

    /// <summary>A version has at most one prepared spec; a failed one is retried or removed first.</summary>
    /// <exception cref="Errors.DarkroomException">ImagePreparationInProgress, ImageVersionAlreadyPrepared.</exception>
    public static void VersionIsUnprepared(ImageVersion version, string definitionName, ImageVersionSpec? prepared)
    {
        if (prepared is null)
        {
            return;
        }

        throw prepared.Status == ImageVersionSpecStatus.InProgress
            ? ImageErrors.PreparationInProgress.Raise(prepared.Uid, prepared.OperationId)
            : ImageErrors.VersionAlreadyPrepared.Raise(version.Number, definitionName, prepared.Uid, prepared.Status);
    }

    /// <summary>Every preparation on this platform needs a machine profile.</summary>
    /// <exception cref="Errors.DarkroomException">MachineProfileRequired.</exception>
    public static void ProfileIsGiven(string? machineProfile)
    {
        if (string.IsNullOrWhiteSpace(machineProfile))
        {
            throw ImageErrors.MachineProfileRequired.With().On("machineProfile").AsException();
        }
    }
}
