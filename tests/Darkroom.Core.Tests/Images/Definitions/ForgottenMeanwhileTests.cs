using Darkroom.Contracts.Images;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Definitions;
using Darkroom.Core.Images.Preparation;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Images.Versions;
using Darkroom.Core.Tests.Operations;

namespace Darkroom.Core.Tests.Images.Definitions;

/// <summary>Whoever reads something and then what it is part of is told that it is gone, when it went in between.</summary>
public sealed class ForgottenMeanwhileTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData("2", "ImageVersions")]
    [InlineData("latest", "ImageVersions")]
    [InlineData("2", "ImageDefinitionConnections")]
    public async Task A_definition_that_goes_between_two_reads_is_not_found(string version, string beforeTable)
    {
        await using var harness = await OperationHarness.StartAsync();
        await harness.MasterSpecAsync();
        await harness.Get<CreateImageVersion>().HandleAsync(harness.Caller, "image1", new CreateImageVersionRequest(), Ct);
        harness.Failpoints.BeforeRead = async command =>
        {
            if (command.CommandText.Contains($"FROM \"{beforeTable}\"", StringComparison.Ordinal))
            {
                harness.Failpoints.BeforeRead = null;
                await harness.Get<RemoveImageDefinition>().HandleAsync(harness.Caller, "image1", new RemovalReach(WithShares: false, PurgeDbOnly: true), null, Ct);
            }
        };

        var refused = await FluentActions.Awaiting(() => harness.Get<AddMasterSpec>().HandleAsync(
            harness.Caller,
            ImageVersionReference.Of("image1", version),
            new AddMasterSpecRequest { HostingUnit = PreparationScenario.Unit, MasterImagePath = PreparationScenario.GoodMaster },
            Ct)).Should().ThrowAsync<DarkroomException>();

        refused.Which.Errors.Select(error => error.Code).Should().Equal("ImageDefinitionNotFound");
        harness.Failpoints.BeforeRead.Should().BeNull("the definition was forgotten meanwhile");
    }

    [Fact]
    public async Task A_hosting_unit_that_goes_with_its_connection_between_two_reads_is_not_found()
    {
        await using var harness = await OperationHarness.StartAsync();
        await harness.MasterSpecAsync();
        harness.Failpoints.BeforeRead = async command =>
        {
            if (command.CommandText.Contains("FROM \"Connections\"", StringComparison.Ordinal))
            {
                harness.Failpoints.BeforeRead = null;
                await harness.Get<RemoveImageDefinition>().HandleAsync(harness.Caller, "image1", new RemovalReach(WithShares: false, PurgeDbOnly: true), null, Ct);
                await harness.Get<RemoveHostingUnit>().HandleAsync(harness.Caller, PreparationScenario.Unit, null, Ct);
                await harness.Get<RemoveConnection>().HandleAsync(harness.Caller, PreparationScenario.Unit, null, Ct);
            }
        };

        var refused = await FluentActions.Awaiting(() => harness.Get<GetMachineProfile>().HandleAsync(harness.Caller, PreparationScenario.Unit, PreparationScenario.Profile, Ct))
            .Should().ThrowAsync<DarkroomException>();

        refused.Which.Errors.Select(error => error.Code).Should().Equal("HostingUnitObjectNotFound");
        harness.Failpoints.BeforeRead.Should().BeNull("both were removed meanwhile");
    }
}
