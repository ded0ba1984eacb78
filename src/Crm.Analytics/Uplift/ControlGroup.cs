using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Uplift;

/// <summary>
/// Who is left out of an experiment to compare with. The draw is by a hash of the experiment's name and the key: the same customer is always in the
/// same group, nothing is stored, and groups of two experiments have nothing to do with each other.
/// </summary>
public sealed record ControlGroup
{
    private readonly double _limit;

    /// <summary>Describes a draw.</summary>
    /// <param name="experiment">The name of the experiment.</param>
    /// <param name="share">The share of customers in the control group, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public ControlGroup(string experiment, double share)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(experiment);
        UpliftRules.CheckOpen(share, nameof(share));
        (Experiment, Share, _limit) = (experiment, share, share * Math.Pow(2, 64));
    }

    /// <summary>The name of the experiment.</summary>
    public string Experiment { get; }

    /// <summary>The share of customers in the control group.</summary>
    public double Share { get; }

    /// <summary>Whether a customer is in the control group. A larger share keeps those of a smaller one.</summary>
    /// <param name="customer">The customer.</param>
    public bool Contains(PurchaseKey customer)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Experiment}\n{customer}"), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash) < _limit;
    }

    /// <summary>Draws for every customer.</summary>
    /// <param name="customers">The customers.</param>
    public IEnumerable<UpliftMember> Assign(IEnumerable<PurchaseKey> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return customers.Select(customer => new UpliftMember(customer, !Contains(customer)));
    }
}
