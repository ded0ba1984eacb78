using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Customers;

namespace Crm.Domain.Marketing;

/// <summary>
/// Draws who is in the control group, who takes part in a test and who gets which variant: from the campaign's seed and the customer's id alone, so that it
/// comes out the same however often and in whatever order it is asked.
/// </summary>
public static class CampaignDraws
{
    /// <summary>A number from 0 to less than 1, evenly spread.</summary>
    /// <param name="seed">The seed of the campaign.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="question">What is drawn: different questions are independent.</param>
    /// <returns>The number: 53 bits of a SHA-256.</returns>
    public static double Of(long seed, CustomerId customerId, string question)
    {
        ArgumentException.ThrowIfNullOrEmpty(question);
        var text = new byte[24 + Encoding.UTF8.GetByteCount(question)];
        BinaryPrimitives.WriteInt64BigEndian(text, seed);
        customerId.Value.TryWriteBytes(text.AsSpan(8), bigEndian: true, out _);
        Encoding.UTF8.GetBytes(question, text.AsSpan(24));
        return (BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(text)) >> 11) / (double)(1L << 53);
    }

    internal static bool IsControl(Campaign campaign, CustomerId id) => Of(campaign.Seed, id, "control") < (double)campaign.ControlShare;

    internal static bool IsTest(Campaign campaign, CustomerId id) => campaign.TestShare is { } share && Of(campaign.Seed, id, "test") < (double)share;

    internal static string Variant(Campaign campaign, CustomerId id)
    {
        var variants = campaign.Variants.OrderBy(v => v.Key, StringComparer.Ordinal).ToList();
        var left = Of(campaign.Seed, id, "variant") * variants.Sum(v => v.Weight);
        return (variants.Find(v => (left -= v.Weight) < 0) ?? variants[^1]).Key;
    }
}
