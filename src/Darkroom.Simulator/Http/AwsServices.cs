using Darkroom.Simulator.Ec2;
using Darkroom.Simulator.Iam;
using Darkroom.Simulator.Kms;
using Darkroom.Simulator.ServiceQuotas;
using Darkroom.Simulator.Sts;

namespace Darkroom.Simulator.Http;

/// <summary>The services there are.</summary>
internal sealed class AwsServices
{
    private readonly Dictionary<string, AwsService> services =
        new AwsService[] { new Ec2Service(), new StsService(), new IamService(), new KmsService(), new ServiceQuotasService() }.ToDictionary(service => service.Name);

    /// <summary>The service of that name in a signature's scope; EC2 answers, with its own error, for one that isn't there.</summary>
    public AwsService Of(string name) => services.GetValueOrDefault(name) ?? services["ec2"];
}
