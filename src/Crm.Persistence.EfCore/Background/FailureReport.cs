using NodaTime;

namespace Crm.Persistence.EfCore.Background;

/// <summary>
/// Says which of many failed rounds is worth a line in the log: the first, one that fails otherwise than the last reported, and
/// the same failure again after a minute, two, four, up to an hour.
/// </summary>
internal sealed class FailureReport
{
    private static readonly Duration s_first = Duration.FromMinutes(1);
    private static readonly Duration s_longest = Duration.FromHours(1);

    private string? _reported;
    private Instant _next;
    private Duration _wait;

    /// <summary>How many rounds failed since the last one that did not.</summary>
    public int Rounds { get; private set; }

    public bool Failed(Exception failure, Instant now)
    {
        Rounds++;
        var kind = $"{failure.GetType()}: {failure.Message}";
        if (kind == _reported && now < _next)
        {
            return false;
        }

        _wait = kind == _reported ? Duration.Min(_wait + _wait, s_longest) : s_first;
        (_reported, _next) = (kind, now + _wait);
        return true;
    }

    public void Succeeded() => (_reported, Rounds) = (null, 0);
}
