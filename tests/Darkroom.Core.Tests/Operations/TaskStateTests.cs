using Darkroom.Aws;
using Darkroom.Core.Errors;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

/// <summary>Scripts compare these words, so they come from the cmdlet reference and not from the code.</summary>
public sealed class TaskStateTests
{
    private static readonly string[] Progress =
    [
        "Processing", "LocatingResources", "ConsolidatingMasterImage", "ReplicatingConsolidatedImageToAllStorage", "StoringProvisioningScheme",
    ];

    private static readonly string[] Bad =
    [
        "HostingUnitNotFound", "VirtualMachineSnapshotNotFound", "ProvisioningSchemeAlreadyExists", "IdentityPoolNotFound",
        "MasterVMImageIsNotPartOfProvisioningSchemeHostingUnit", "MasterVmImageIsNotASnapshot", "ProvisioningSchemeNotFound",
        "TaskAlreadyRunningForProvisioningScheme", "InvalidMasterVMConfiguration", "InvalidMasterVMState", "InsufficientResources", "DiskConsolidationFailed",
        "StorageNotFound", "ConfigurationError", "RequestedFeatureNotEnabled", "MachineProfileNotSupported", "Canceled",
    ];

    // The reference leaves the last one of a prepared spec open; it is named after the share's.
    private static readonly string[] Operations =
    [
        "ValidatingInputs", "ConsolidatingMasterImage", "PreparingMasterImage", "ReplicatingMasterImage", "CommittingImageVersionSpec",
    ];

    [Fact]
    public async Task Each_step_shows_a_documented_state_and_the_operations_come_in_the_documented_order()
    {
        await using var harness = await OperationHarness.StartAsync();
        var steps = harness.Get<IEnumerable<OperationDefinition>>().Single(d => d.Kind == "PrepareImage").Steps;

        steps.Select(s => s.TaskState).Should().BeSubsetOf(Progress);
        steps.Select(s => s.CurrentOperation).Distinct().Should().Equal(Operations);
    }

    [Fact]
    public async Task A_share_commits_while_the_image_is_said_to_be_replicated()
    {
        await using var harness = await OperationHarness.StartAsync();
        var sharing = harness.Get<IEnumerable<OperationDefinition>>().Single(d => d.TaskType == "AddProvImageVersionSpecHostingUnit");

        sharing.Steps.Select(s => (s.TaskState, s.CurrentOperation)).Should().Equal(
            ("LocatingResources", "ValidatingInputs"), ("ReplicatingConsolidatedImageToAllStorage", "CommittingAddImageVersionSpecHostingUnit"));
    }

    [Fact]
    public async Task Each_operation_shows_documented_states()
    {
        await using var harness = await OperationHarness.StartAsync();

        harness.Get<IEnumerable<OperationDefinition>>().SelectMany(d => d.Steps).Select(s => s.TaskState).Distinct().Should().BeSubsetOf(Progress);
    }

    [Fact]
    public void Each_error_ends_a_task_in_a_documented_state() =>
        ErrorCatalogue.In(typeof(OperationErrors).Assembly, typeof(AwsServices).Assembly).Select(error => error.TaskState).Should().BeSubsetOf(Bad);
}
