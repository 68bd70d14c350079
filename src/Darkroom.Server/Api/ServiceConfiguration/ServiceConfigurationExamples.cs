using Darkroom.Contracts.ServiceConfiguration;
using Darkroom.Server.OpenApi;

namespace Darkroom.Server.Api.ServiceConfiguration;

internal sealed class ServiceConfigurationExamples : IExamples
{
    public IEnumerable<object> Make()
    {
        yield return new ServiceSettingDto
        {
            Name = "ImageManagementPrep_PreparationTimeout",
            Value = "90",
            DefaultValue = "60",
            Meaning = "How many minutes the guest of a preparation may take, from 5 to 1440, unless the preparation says otherwise.",
            SetAt = new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero),
        };
        yield return new SetServiceSettingRequest { Value = "90" };
    }
}
