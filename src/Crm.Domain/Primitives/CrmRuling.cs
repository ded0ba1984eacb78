namespace Crm.Domain.Primitives;

/// <summary>
/// The answer of a question twin: may this act happen now, and if not, why. Every act that a rule can refuse has a twin that
/// returns a ruling, and demands it first.
/// </summary>
/// <remarks>The default value permits.</remarks>
public readonly struct CrmRuling : IEquatable<CrmRuling>
{
    private readonly Func<CrmErrorDescriber, CrmError>? _refusal;

    private CrmRuling(Func<CrmErrorDescriber, CrmError> refusal) => _refusal = refusal;

    /// <summary>The act may happen.</summary>
    public static CrmRuling Permitted => default;

    /// <summary>Whether the act may happen.</summary>
    public bool IsPermitted => _refusal is null;

    /// <summary>The code of the refusal; null when permitted.</summary>
    public string? Code => _refusal?.Invoke(CrmErrorDescriber.Default).Code;

    /// <summary>The act may not happen.</summary>
    /// <param name="refusal">Picks the error from the describer.</param>
    /// <returns>A refusing ruling.</returns>
    public static CrmRuling Refused(Func<CrmErrorDescriber, CrmError> refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new CrmRuling(refusal);
    }

    /// <summary>Whether the ruling permits, so that <c>if (!order.CanCancel())</c> reads well.</summary>
    /// <param name="ruling">The ruling.</param>
    public static implicit operator bool(CrmRuling ruling) => ruling.IsPermitted;

    /// <summary>Compares by the refusal's code.</summary>
    public static bool operator ==(CrmRuling left, CrmRuling right) => left.Equals(right);

    /// <summary>Compares by the refusal's code.</summary>
    public static bool operator !=(CrmRuling left, CrmRuling right) => !left.Equals(right);

    /// <summary>The first refusal of two rulings.</summary>
    /// <param name="next">Asked only when this one permits.</param>
    /// <returns>This ruling if it refuses, else <paramref name="next"/>.</returns>
    public CrmRuling Then(CrmRuling next) => IsPermitted ? next : this;

    /// <summary>The error of a refusal, in the describer's words.</summary>
    /// <param name="errors">The describer.</param>
    /// <returns>The error.</returns>
    /// <exception cref="InvalidOperationException">The ruling permits.</exception>
    public CrmError ToError(CrmErrorDescriber errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return _refusal is null ? throw new InvalidOperationException("A ruling that permits has no error.") : _refusal(errors);
    }

    /// <summary>Throws when the act may not happen.</summary>
    /// <exception cref="CrmRuleException">The ruling refuses.</exception>
    public void Demand()
    {
        if (_refusal is not null)
        {
            throw new CrmRuleException(_refusal(CrmErrorDescriber.Default));
        }
    }

    /// <inheritdoc />
    public bool Equals(CrmRuling other) => Code == other.Code;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is CrmRuling other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Code?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
