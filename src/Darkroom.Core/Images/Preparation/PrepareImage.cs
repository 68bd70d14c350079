using Darkroom.Contracts.Images;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Operations;
using Darkroom.Core.ServiceConfiguration;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Preparation;

/// <summary>Starts the preparation of a master spec: the prepared spec, the operation and the audit record in one transaction.</summary>
public sealed class PrepareImage(UseCaseRunner runner, PreparationInputs inputs) : IUseCase
{
    private const int DefaultHoldSeconds = 3600;

    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">
    /// ImageVersionSpecNotFound, SourceSpecNotMaster, ImagePreparationInProgress, ImageVersionAlreadyPrepared, MachineProfileRequired,
    /// PreparationHoldContradictory, HypervisorInMaintenanceMode, and what the paths, the mapping and the profile raise.
    /// </exception>
    public Task<PreparationStartedDto> HandleAsync(Caller caller, Guid sourceSpecUid, PrepareImageRequest request, CancellationToken ct)
    {
        if (SpecPreparationRules.ProfileIsGiven(request.MachineProfile) is { } refusal)
        {
            throw refusal.AsException();
        }

        CheckMembers(request);
        return runner.ChangeAsync<PrepareImage, (PreparationHardware Hardware, string? CustomProperties), PreparationStartedDto>(
            caller,
            new { sourceSpecUid, request },
            async db =>
            {
                var source = await SourceAsync(db, sourceSpecUid, ct);
                var hardware = await inputs.ResolveAsync(
                    source.Connection, source.Unit, request.MachineProfile!, request.ServiceOffering, request.NetworkMapping, ct);
                return (hardware, CustomProperties.ParseOptional(request.CustomProperties)?.Text);
            },
            async (change, prepared) =>
            {
                var source = await SourceAsync(change.Db, sourceSpecUid, ct);
                var spec = NewSpec(change, source, prepared.Hardware, prepared.CustomProperties, Metadata.Read(request.Metadata));
                var defaults = await PreparationDefaults.ReadAsync(change.Db, ct);
                var operation = NewOperation(change, source, spec, prepared.Hardware, request, defaults);
                spec.OperationId = operation.Id;
                change.Db.ImageVersionSpecs.Add(spec);
                change.Db.ImageVersionSpecHostingUnits.Add(new() { SpecUid = spec.Uid, HostingUnitUid = source.Unit.Uid, IsPrimary = true });
                change.Db.Touch(source.Version);
                change.Start(operation, spec.Metadata);
                change.Audit("ImageVersionSpec", spec.Uid, operation.Title, null, new { spec.Uid, source.Spec.MasterImageId, spec.Scheme }, operation.Id);
                return new PreparationStartedDto(operation.Id, spec.Uid);
            },
            ct);
    }

    /// <summary>What can be told of a request by itself. A machine profile that isn't given is a rule's.</summary>
    internal static void CheckMembers(PrepareImageRequest request)
    {
        if (SpecPreparationRules.ProfileIsGiven(request.MachineProfile) is null)
        {
            Input.Path(request.MachineProfile, "machineProfile");
        }

        Input.OptionalText(request.ServiceOffering, "serviceOffering", XDHypPath.MaxLength);
        PreparationInputs.CheckMapping(request.NetworkMapping);
        CustomProperties.ParseOptional(request.CustomProperties);
        Input.Range(
            request.PreparationTimeoutMinutes ?? PreparationTimeout.Default, "preparationTimeoutMinutes", PreparationTimeout.Least, PreparationTimeout.Most);
        Metadata.Read(request.Metadata);
        Input.Range(request.HoldSeconds ?? DefaultHoldSeconds, "holdSeconds", 0, HoldOperation.MaxHoldSeconds);
        if (request is { KeepPreparationInstanceOnFailure: true, HoldSeconds: { } seconds })
        {
            throw PreparationErrors.HoldContradictory.With(seconds).On("holdSeconds").AsException();
        }

        foreach (var step in request.ExcludedSteps ?? [])
        {
            Input.Member(step, "excludedSteps");
        }
    }

    private static async Task<PreparationPlace> SourceAsync(DarkroomDb db, Guid specUid, CancellationToken ct)
    {
        var source = await PreparationPlace.FindAsync(db, specUid, ct);
        source.Require();
        return source;
    }

    private static ImageVersionSpec NewSpec(
        Change change, PreparationPlace source, PreparationHardware hardware, string? customProperties, IReadOnlyDictionary<string, string> metadata)
    {
        var spec = new ImageVersionSpec
        {
            ImageVersionUid = source.Version.Uid,
            HostingUnitUid = source.Unit.Uid,
            IsPrepared = true,
            SourceSpecUid = source.Spec.Uid,
            MasterImagePath = source.Spec.MasterImagePath,
            MasterImageId = source.Spec.MasterImageId,
            Status = ImageVersionSpecStatus.InProgress,
            DiskSizeGb = source.Spec.DiskSizeGb,
            Metadata = metadata,
            CreatedAt = change.Now,
        };
        hardware.PutOn(spec, customProperties);
        return spec;
    }

    private static Operation NewOperation(
        Change change, PreparationPlace source, ImageVersionSpec spec, PreparationHardware hardware, PrepareImageRequest request, PreparationDefaults defaults)
    {
        return new Operation
        {
            Kind = ImagePreparation.OperationKind,
            Title = $"Prepare {source.Definition.Name} version {source.Version.Number}",
            SubjectUid = spec.Uid,
            ConnectionUid = source.Connection.Uid,
            HostingUnitUid = source.Unit.Uid,
            StartedBy = change.Caller.Name,
            LoggingId = change.Caller.LoggingId,
            HoldSeconds = request.KeepPreparationInstanceOnFailure ? null : request.HoldSeconds ?? DefaultHoldSeconds,
            CreatedAt = change.Now,
            UpdatedAt = change.Now,
            Input = StoredJson.Write(new PreparationInput
            {
                SpecUid = spec.Uid,
                MasterSpecUid = source.Spec.Uid,
                HostingUnitUid = source.Unit.Uid,
                DefinitionName = source.Definition.Name,
                VersionNumber = source.Version.Number,
                OsType = source.Definition.OsType,
                SessionSupport = source.Definition.SessionSupport,
                MasterImageId = source.Spec.MasterImageId,
                Profile = hardware.Profile,
                InstanceType = hardware.InstanceType,
                VpcId = source.Unit.VpcId,
                Zone = source.Unit.AvailabilityZone,
                SubnetIds = hardware.SubnetIds,
                ExcludedSteps = [.. (request.ExcludedSteps ?? defaults.ExcludedSteps).Distinct()],
                TimeoutMinutes = request.PreparationTimeoutMinutes ?? defaults.TimeoutMinutes,
            }),
        };
    }
}
