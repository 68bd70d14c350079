using System.Collections.Concurrent;

namespace Darkroom.Core.Operations;

/// <summary>Wakes those who follow an operation, or whatever changes, in this process. The tables are the truth; a signal only says "look again".</summary>
public sealed class OperationSignals
{
    /// <summary>No operation has this id: its channel is that of those who follow everything.</summary>
    private static readonly Guid All = Guid.Empty;

    private readonly ConcurrentDictionary<Guid, Channel> _channels = new();
    private long _changes;

    /// <summary>Commits of this process so far. What was read after it was taken holds all of them.</summary>
    public long Changes => Volatile.Read(ref _changes);

    /// <summary>Follows every change of this process until disposed; no operation counts as followed for it.</summary>
    public Follower FollowAll() => Follow(All);

    /// <summary>Follows an operation until disposed.</summary>
    public Follower Follow(Guid operationId)
    {
        while (true)
        {
            var channel = _channels.GetOrAdd(operationId, _ => new Channel());
            lock (channel)
            {
                if (!channel.Closed)
                {
                    channel.Followers++;
                    return new Follower(this, operationId, channel);
                }
            }
        }
    }

    public bool IsFollowed(Guid operationId) => _channels.ContainsKey(operationId);

    /// <summary>Something was committed.</summary>
    /// <param name="operations">Those that it touched.</param>
    public void Changed(params IEnumerable<Guid> operations)
    {
        Interlocked.Increment(ref _changes);
        foreach (var operation in operations)
        {
            Wake(operation);
        }

        Wake(All);
    }

    private void Wake(Guid channelOf)
    {
        if (_channels.TryGetValue(channelOf, out var channel))
        {
            TaskCompletionSource next;
            lock (channel)
            {
                next = channel.Next;
                channel.Next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            next.SetResult();
        }
    }

    private void Leave(Guid operationId, Channel channel)
    {
        lock (channel)
        {
            channel.Closed = --channel.Followers == 0;
            if (channel.Closed)
            {
                _channels.TryRemove(operationId, out _);
            }
        }
    }

    internal sealed class Channel
    {
        public int Followers { get; set; }

        public bool Closed { get; set; }

        public TaskCompletionSource Next { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>One who follows.</summary>
    public sealed class Follower : IDisposable
    {
        private readonly OperationSignals _signals;
        private readonly Guid _operationId;
        private readonly Channel _channel;

        internal Follower(OperationSignals signals, Guid operationId, Channel channel) =>
            (_signals, _operationId, _channel) = (signals, operationId, channel);

        /// <summary>Completes at the next commit that touches the operation; take it before reading the table.</summary>
        public Task NextChange
        {
            get
            {
                lock (_channel)
                {
                    return _channel.Next.Task;
                }
            }
        }

        public void Dispose() => _signals.Leave(_operationId, _channel);
    }
}
