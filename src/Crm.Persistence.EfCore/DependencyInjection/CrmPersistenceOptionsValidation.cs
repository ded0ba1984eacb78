using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Names all problems at once.</summary>
internal sealed class CrmPersistenceOptionsValidation : IValidateOptions<CrmPersistenceOptions>
{
    public ValidateOptionsResult Validate(string? name, CrmPersistenceOptions options)
    {
        var problems = options.Problems().ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
