namespace Crm.Domain.Primitives;

/// <summary>
/// A rule refused an act on a loaded aggregate, or a failed result was asked for its value. Callers that ask the question twin
/// first, or look at <see cref="CrmResult.Succeeded"/>, never see it.
/// </summary>
public sealed class CrmRuleException : InvalidOperationException
{
    /// <summary>One refusal.</summary>
    /// <param name="error">The reason.</param>
    public CrmRuleException(CrmError error)
        : this([error])
    {
    }

    /// <summary>Several refusals.</summary>
    /// <param name="errors">The reasons; at least one.</param>
    public CrmRuleException(IReadOnlyList<CrmError> errors)
        : base(Describe(errors)) => Errors = errors;

    /// <summary>All reasons; at least one.</summary>
    public IReadOnlyList<CrmError> Errors { get; }

    /// <summary>The first reason's stable code.</summary>
    public string Code => Errors[0].Code;

    private static string Describe(IReadOnlyList<CrmError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentOutOfRangeException.ThrowIfZero(errors.Count, nameof(errors));
        return string.Join(' ', errors.Select(e => $"{e.Code}: {e.Message}"));
    }
}
