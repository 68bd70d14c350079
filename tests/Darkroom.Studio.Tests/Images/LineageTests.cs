using Darkroom.Contracts.Access;
using Darkroom.Core.Images.Use;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Images;

/// <summary>Of office version 1, which a catalog is assigned here.</summary>
public sealed class LineageTests(Chromium chromium, StudioScene scene)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_lineage_is_shown_from_the_master_image_to_the_catalogs_and_what_uses_the_image_as_a_table()
    {
        var spec = scene.Succeeded.SubjectUid!.Value;
        await using var db = await scene.Server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync(Ct);
        var assignment = new ImageAssignment
        {
            ProvisioningSchemeUid = Guid.CreateVersion7(),
            ProvisioningSchemeName = "front desk",
            HostingUnitUid = scene.Unit,
            SpecUid = spec,
            IsCurrent = true,
            AssignedAt = scene.Succeeded.CreatedAt,
        };
        var machine = new BootedMachine { Name = "FRONT-001", ProvisioningSchemeUid = assignment.ProvisioningSchemeUid, HostingUnitUid = scene.Unit, SpecUid = spec };
        db.AddRange(assignment, machine);
        await db.SaveChangesAsync(Ct);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);

        await viewer.GoAsync($"/images/{scene.Definition}/1?tab=lineage");
        var unit = viewer.Page.Locator(".lineage .fork > li", new() { HasText = "Hosting unit" });
        await Assertions.Expect(viewer.Page.Locator(".lineage-node").First).ToContainTextAsync("ami-00123456789abcdef");
        await Assertions.Expect(viewer.Page.Locator(".lineage-node", new() { HasText = "Prepared image" })).ToContainTextAsync("In the account");
        await Assertions.Expect(unit).ToContainTextAsync("made here");
        await Assertions.Expect(unit.Locator(".chain .lineage-node")).ToContainTextAsync(["front desk"]);
        await PageLook.ShouldBeReadableAsync(viewer, "lineage");

        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Used by" }).ClickAsync();
        await Assertions.Expect(viewer.Page.Locator("table.plain tbody tr")).ToContainTextAsync(["front desk"]);
        await Assertions.Expect(viewer.Page.Locator("table.plain tbody .state")).ToHaveTextAsync("In use");
        await viewer.Page.Locator(".machine-names summary").ClickAsync();
        await Assertions.Expect(viewer.Page.Locator(".machine-names li")).ToHaveTextAsync("FRONT-001");
        await PageLook.ShouldBeReadableAsync(viewer, "used-by");
        viewer.ShouldBeCalm();

        db.RemoveRange(assignment, machine);
        await db.SaveChangesAsync(Ct);
    }
}
