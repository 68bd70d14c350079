namespace Darkroom.Core.ServiceConfiguration;

/// <summary>A truth value of which Darkroom can do one only.</summary>
public abstract class FixedSwitch : FixedSetting<bool>
{
    protected override string Expected => "True or False";
}

/// <summary>Whether the instance stays on after the guest's run.</summary>
public sealed class NoAutoShutdown : FixedSwitch
{
    public override string Name => "ImageManagementPrep_NoAutoShutdown";

    public override string Meaning => "Whether the preparation instance stays on after its run. Darkroom captures a stopped instance, so it is False.";

    protected override bool Only => false;

    protected override string Reason =>
        "the end of a run is seen by the instance's shutdown, and without one every preparation would time out. "
        + "To look into a failure, keep the preparation instance of that preparation.";
}

/// <summary>Whether images are prepared at all.</summary>
public sealed class DoImagePreparation : FixedSwitch
{
    public override string Name => "ImageManagementPrep_DoImagePreparation";

    public override string Meaning => "Whether images are prepared. Darkroom publishes nothing else than prepared images, so it is True.";

    protected override bool Only => true;

    protected override string Reason => "an image is checked, rearmed and sealed by its preparation alone. Single steps of it can be left out with ImageManagementPrep_Excluded_Steps.";
}

/// <summary>Whether the joining of machines to a domain is turned off.</summary>
public sealed class DisableDomainInjection : FixedSwitch
{
    public override string Name => "DisableDomainInjection";

    public override string Meaning => "Whether identities are kept from the disks of machines. Darkroom turns nothing of the kind off, so it is False.";

    protected override bool Only => false;

    protected override string Reason => "how a machine joins a domain isn't a setting of the whole site here.";
}

/// <summary>How many versions of a provisioning scheme are kept.</summary>
public sealed class MaxProvSchemeVersions : FixedSetting<int>
{
    public override string Name => "MaxProvSchemeVersions";

    public override string Meaning => "How many versions of a provisioning scheme may be kept. It is the documented default, 99.";

    protected override int Only => 99;

    protected override string Reason => "the number of kept versions can't be chosen.";

    protected override string Expected => "a whole number";
}
