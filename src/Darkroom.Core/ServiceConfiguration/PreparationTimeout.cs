using System.Globalization;

namespace Darkroom.Core.ServiceConfiguration;

/// <summary>How long a guest may take for its preparation unless the request says it, in minutes. The reference names no unit; its example is 60.</summary>
public sealed class PreparationTimeout : KnownSetting
{
    public const int Least = 5;
    public const int Most = 1440;
    public const int Default = 60;

    public override string Name => "ImageManagementPrep_PreparationTimeout";

    public override string DefaultValue => Write(Default);

    public override string Meaning => "How many minutes the guest of a preparation may take, from 5 to 1440, unless the preparation says otherwise.";

    public static int Parse(string kept) => int.Parse(kept, CultureInfo.InvariantCulture);

    public override string Read(string value) =>
        int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= Least and <= Most
            ? Write(minutes)
            : throw Invalid(value, "minutes, from 5 to 1440");

    private static string Write(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}
