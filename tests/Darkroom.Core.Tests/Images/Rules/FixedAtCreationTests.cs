using Darkroom.Contracts.Images;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Rules;

namespace Darkroom.Core.Tests.Images.Rules;

public sealed class FixedAtCreationTests
{
    [Fact]
    public void Another_OS_type_is_refused()
    {
        var error = Refusal.Of(() => OsTypeAndSessionSupportAreFixed.Check(Some.Definition(), OsType.Linux, null));
        error.Code.Should().Be(ImageErrors.DefinitionFixedAtCreation.Code);
        error.Field.Should().Be("osType");
        error.Message.Should().ContainAll("Golden", "Windows", "Linux");
    }

    [Fact]
    public void Another_session_support_is_refused()
    {
        var error = Refusal.Of(() => OsTypeAndSessionSupportAreFixed.Check(Some.Definition(), null, SessionSupport.SingleSession));
        error.Code.Should().Be(ImageErrors.DefinitionFixedAtCreation.Code);
        error.Field.Should().Be("sessionSupport");
    }

    [Fact]
    public void Naming_what_is_there_changes_nothing()
    {
        OsTypeAndSessionSupportAreFixed.Check(Some.Definition(), OsType.Windows, SessionSupport.MultiSession);
        VersionNumberIsFixed.Check(Some.Version(3), "Golden", 3);
        VersionNumberIsFixed.Check(Some.Version(3), "Golden", null);
    }

    [Fact]
    public void Another_version_number_is_refused()
    {
        var error = Refusal.Of(() => VersionNumberIsFixed.Check(Some.Version(3), "Golden", 4));
        error.Code.Should().Be(ImageErrors.VersionNumberFixed.Code);
        error.Field.Should().Be("imageVersionNumber");
    }
}
