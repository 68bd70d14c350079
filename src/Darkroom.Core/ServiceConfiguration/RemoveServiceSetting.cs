using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>Removes a setting of the site, so that its default applies again.</summary>
public sealed class RemoveServiceSetting(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="Errors.DarkroomException">ServiceSettingUnknown, ServiceSettingNotSet.</exception>
    public Task HandleAsync(Caller caller, string name, CancellationToken ct)
    {
        var known = KnownSettings.Find(name);
        return runner.ChangeAsync<RemoveServiceSetting, bool>(caller, known.Name, async change =>
        {
            var set = await change.Db.ServiceSettings.FindAsync([known.Name], ct) ?? throw ServiceConfigurationErrors.NotSet.Raise(known.Name);
            change.Db.ServiceSettings.Remove(set);
            change.Audit(nameof(ServiceSetting), Guid.Empty, known.Name, known.ToDto(set), known.ToDto(null));
            return true;
        }, ct);
    }
}
