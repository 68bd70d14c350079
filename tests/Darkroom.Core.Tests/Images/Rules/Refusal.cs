using Darkroom.Core.Errors;

namespace Darkroom.Core.Tests.Images.Rules;

internal static class Refusal
{
    /// <summary>The one error that the rule raises; its texts must be filled in.</summary>
    public static Error Of(Action rule) => Of(rule.Should().Throw<DarkroomException>().Which.Errors.Should().ContainSingle().Subject);

    /// <summary>What the rule refuses; its texts must be filled in.</summary>
    public static Error Of(Error? refusal)
    {
        refusal.Should().NotBeNull();
        (refusal!.Message + refusal.Remedy).Should().NotContainAny("{", "}");
        return refusal;
    }
}
