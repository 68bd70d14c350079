using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Studio.Wizards;
using Darkroom.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Studio.Tests.Wizards;

public sealed class ImageMakingTests(WizardScene scene) : IClassFixture<WizardScene>
{
    private static readonly Caller Somebody = new("somebody", Role.Operator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The page is lost after each thing that was made, before its draft could be kept.</summary>
    [Fact]
    public async Task A_page_that_is_lost_while_it_finishes_makes_nothing_twice_when_it_comes_back()
    {
        var unit = await scene.Server.Reader.HostingUnits.GetAsync(DemoScene.Name, Cancel);
        var profile = await scene.Server.Reader.HostingUnits.GetMachineProfileAsync(DemoScene.Name, DemoScene.MachineProfile, Cancel);
        var lost = new ImageDraft { Attempt = 1 };
        var operations = new HashSet<Guid>();
        for (var keeps = 0; keeps <= 4; keeps++)
        {
            var draft = new ImageDraft
            {
                Run = lost.Run,
                Attempt = lost.Attempt,
                Name = "lost",
                OsType = OsType.Windows,
                SessionSupport = SessionSupport.MultiSession,
                HostingUnit = unit.HostingUnitUid,
                MasterImage = DemoScene.GoodMaster,
                MachineProfile = profile.MachineProfile,
                ServiceOffering = profile.ServiceOffering,
                Networks = [unit.Subnets[0].NetworkPath],
            };
            var wizard = new ImageWizardState(() => Task.CompletedTask) { Draft = draft, Unit = unit };
            var left = keeps;
            var run = () => scene.Server.Services.GetRequiredService<ImageMaking>().RunAsync(
                Somebody, wizard, wizard.Plan!, unit, () => left-- > 0 ? Task.CompletedTask : throw new OperationCanceledException(), Cancel);
            if (keeps < 4)
            {
                await run.Should().ThrowAsync<OperationCanceledException>();
            }
            else
            {
                operations.Add(await run());
                draft.Made = new MadeSoFar();
                left = keeps;
                operations.Add(await run());
            }
        }

        operations.Should().ContainSingle();
        var definition = await scene.Server.Reader.ImageDefinitions.GetAsync("lost", Cancel);
        definition.LatestVersion.Should().Be(1);
        (await scene.Server.Reader.ImageVersionSpecs.ListAsync("lost", ct: Cancel)).Items.Should().HaveCount(2);
    }
}
