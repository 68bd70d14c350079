using Darkroom.Contracts.ServiceConfiguration;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>Sets a setting of the site; what has begun before isn't changed by it.</summary>
public sealed class SetServiceSetting(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="Errors.DarkroomException">
    /// ServiceSettingUnknown, ServiceSettingInvalid, ServiceSettingUnsupported, ValueMissing, ValueTooLong, ControlCharacter.
    /// </exception>
    public Task<ServiceSettingDto> HandleAsync(Caller caller, string name, SetServiceSettingRequest request, CancellationToken ct)
    {
        var known = KnownSettings.Find(name);
        var value = known.Read(Input.OptionalText(request.Value, "value", KnownSetting.MaxValue) ?? Input.Present(request.Value, "value"));
        return runner.ChangeAsync<SetServiceSetting, ServiceSettingDto>(caller, new { known.Name, value }, async change =>
        {
            var set = await change.Db.ServiceSettings.FindAsync([known.Name], ct);
            var before = known.ToDto(set);
            if (set?.Value == value)
            {
                return before;
            }

            if (set is null)
            {
                change.Db.ServiceSettings.Add(set = new ServiceSetting { Name = known.Name, Value = value, SetAt = change.Now });
            }

            (set.Value, set.SetAt) = (value, change.Now);
            var after = known.ToDto(set);
            change.Audit(nameof(ServiceSetting), Guid.Empty, known.Name, before, after);
            return after;
        }, ct);
    }
}
