using System.Diagnostics.CodeAnalysis;

namespace Crm.Domain.Primitives;

/// <summary>What an act at a front door made, or why it did not happen.</summary>
/// <typeparam name="T">What it makes.</typeparam>
public sealed class CrmResult<T>
    where T : notnull
{
    private readonly T? _value;

    private CrmResult(T? value, IReadOnlyList<CrmError> errors)
    {
        _value = value;
        Errors = errors;
    }

    /// <summary>Whether it happened.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>Why it did not; empty when it did.</summary>
    public IReadOnlyList<CrmError> Errors { get; }

    /// <summary>What it made.</summary>
    /// <exception cref="CrmRuleException">It did not happen.</exception>
    public T Value => Succeeded ? _value! : throw new CrmRuleException(Errors);

    /// <summary>It did not happen.</summary>
    /// <param name="errors">The reasons; at least one.</param>
    /// <returns>A failed result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no reason.</exception>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Reads as on the plain result.")]
    public static CrmResult<T> Failed(params IReadOnlyList<CrmError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentOutOfRangeException.ThrowIfZero(errors.Count, nameof(errors));
        return new CrmResult<T>(default, errors);
    }

    /// <summary>It happened.</summary>
    /// <param name="value">What it made.</param>
    public static implicit operator CrmResult<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new CrmResult<T>(value, []);
    }

    /// <summary>A failed result with one reason.</summary>
    /// <param name="error">The reason.</param>
    public static implicit operator CrmResult<T>(CrmError error) => Failed(error);

    /// <summary>The value, if it happened.</summary>
    /// <param name="value">What it made.</param>
    /// <returns>Whether it happened.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return Succeeded;
    }

    /// <summary>The same outcome without the value.</summary>
    /// <returns>Success, or the same reasons.</returns>
    public CrmResult WithoutValue() => Succeeded ? CrmResult.Success : CrmResult.Failed(Errors);
}
