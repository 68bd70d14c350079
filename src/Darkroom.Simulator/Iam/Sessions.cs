using System.Collections.Concurrent;

namespace Darkroom.Simulator.Iam;

/// <summary>The temporary credentials given out so far, by access key id.</summary>
internal sealed class Sessions
{
    private readonly ConcurrentDictionary<string, Session> byKey = new(StringComparer.Ordinal);

    public void Add(Session session) => byKey[session.AccessKeyId] = session;

    public Session? Find(string accessKeyId) => byKey.GetValueOrDefault(accessKeyId);
}
