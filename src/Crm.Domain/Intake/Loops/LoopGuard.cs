using System.Security.Cryptography;
using System.Text;
using Crm.Domain.Customers;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>Counts automatic answers of one batch, together with those before it.</summary>
internal sealed class LoopGuard(LoopCeilings ceilings, IReadOnlyList<AutomaticAnswer> before)
{
    private readonly Dictionary<string, List<Instant>> _byRecipient = before.GroupBy(a => a.Recipient, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(a => a.At).ToList(), StringComparer.Ordinal);
    private readonly Dictionary<ServiceCaseId, List<Instant>> _byCase = before.Where(a => a.CaseId is not null).GroupBy(a => a.CaseId!.Value).ToDictionary(g => g.Key, g => g.Select(a => a.At).ToList());
    private readonly List<AutomaticAnswer> _granted = [];

    public IReadOnlyList<AutomaticAnswer> Granted => _granted;

    /// <summary>How a receiver is kept: enough to count, and nothing to write to.</summary>
    public static string RecipientOf(SenderAddress address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"crm\nautomatic-answer\n{address.Kind}\n{address.System}\n{address.Key}")));

    /// <summary>Permits an answer, unless a ceiling is reached; a permission counts at once.</summary>
    public bool TryGrant(AutomaticAnswer answer)
    {
        if (ceilings.PerRecipient.Any(c => c.IsReached(_byRecipient.GetValueOrDefault(answer.Recipient) ?? [], answer.At))
            || (answer.CaseId is { } about && ceilings.PerCase.Any(c => c.IsReached(_byCase.GetValueOrDefault(about) ?? [], answer.At))))
        {
            return false;
        }

        _granted.Add(answer);
        Add(_byRecipient, answer.Recipient, answer.At);
        if (answer.CaseId is { } counted)
        {
            Add(_byCase, counted, answer.At);
        }

        return true;
    }

    private static void Add<TKey>(Dictionary<TKey, List<Instant>> times, TKey key, Instant at)
        where TKey : notnull
    {
        if (!times.TryGetValue(key, out var list))
        {
            times.Add(key, list = []);
        }

        list.Add(at);
    }
}
