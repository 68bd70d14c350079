using Darkroom.Contracts.Hosting;
using Darkroom.Core.Access;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Definitions;
using Darkroom.Core.Images.Preparation;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Images.Versions;

namespace Darkroom.Studio.Wizards;

/// <summary>
/// Makes what a wizard comes to, one use case after the other. Each thing that is made is kept in the draft at once; where one is refused, or the page is lost in
/// between, the next attempt goes on from there and makes nothing twice.
/// </summary>
public sealed class ImageMaking(
    CreateImageDefinition createDefinition, AddImageDefinitionConnection bind, CreateImageVersion createVersion, AddMasterSpec addMaster, PrepareImage prepare)
{
    /// <param name="keep">Keeps the draft.</param>
    /// <returns>The operation that prepares the image.</returns>
    /// <exception cref="Core.Errors.DarkroomException">What one of the use cases refuses.</exception>
    public async Task<Guid> RunAsync(Caller caller, ImageWizardState wizard, ImagePlan plan, HostingUnitDto unit, Func<Task> keep, CancellationToken ct)
    {
        var (draft, made) = (wizard.Draft, wizard.Draft.Made);
        var asked = caller with { IdempotencyKey = $"wizard {draft.Run:N} {draft.Attempt}" };
        if (plan.Definition is { } definition)
        {
            made.Definition = (await createDefinition.HandleAsync(asked, definition, ct)).ImageDefinitionUid;
            await keep();
        }

        var uid = wizard.DefinitionUid.ToString()!;
        if (plan.Connection is not null)
        {
            made.Connection = (await bind.HandleAsync(asked, uid, $"{unit.HypervisorConnectionUid}", new(), ct)).HypervisorConnectionUid;
            await keep();
        }

        if (made.Version is null)
        {
            made.Version = (await createVersion.HandleAsync(asked, uid, plan.Version, ct)).ImageVersionNumber;
            await keep();
        }

        if (made.MasterSpec is null)
        {
            made.MasterSpec = (await addMaster.HandleAsync(asked, ImageVersionReference.Of(uid, $"{made.Version}"), plan.Master, ct)).ImageVersionSpecUid;
            await keep();
        }

        return (await prepare.HandleAsync(asked, made.MasterSpec.Value, plan.Preparation, ct)).OperationId;
    }
}
