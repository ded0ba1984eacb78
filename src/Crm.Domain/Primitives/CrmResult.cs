namespace Crm.Domain.Primitives;

/// <summary>Whether an act at a front door happened, or why not.</summary>
public sealed class CrmResult
{
    private CrmResult(IReadOnlyList<CrmError> errors) => Errors = errors;

    /// <summary>It happened.</summary>
    public static CrmResult Success { get; } = new([]);

    /// <summary>Whether it happened.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>Why it did not; empty when it did.</summary>
    public IReadOnlyList<CrmError> Errors { get; }

    /// <summary>It did not happen.</summary>
    /// <param name="errors">The reasons; at least one.</param>
    /// <returns>A failed result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no reason.</exception>
    public static CrmResult Failed(params IReadOnlyList<CrmError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentOutOfRangeException.ThrowIfZero(errors.Count, nameof(errors));
        return new CrmResult(errors);
    }

    /// <summary>A failed result with one reason.</summary>
    /// <param name="error">The reason.</param>
    public static implicit operator CrmResult(CrmError error) => Failed(error);

    /// <summary>Throws when it did not happen.</summary>
    /// <exception cref="CrmRuleException">It did not happen.</exception>
    public void ThrowIfFailed()
    {
        if (!Succeeded)
        {
            throw new CrmRuleException(Errors);
        }
    }
}
