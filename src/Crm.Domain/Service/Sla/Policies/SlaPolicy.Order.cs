using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <content>Place in the order, default, and retirement.</content>
public sealed partial class SlaPolicy
{
    /// <summary>Gives it another place in the order.</summary>
    /// <param name="position">The place; the lowest is asked first.</param>
    /// <param name="now">The current instant.</param>
    public void Move(int position, Instant now)
    {
        Position = position;
        Raise(new SlaPolicyMoved(Id, Name, position, now));
    }

    /// <summary>Whether it can become the default one.</summary>
    /// <returns>The ruling; refused with <c>SlaPolicyIsDefault</c>, <c>SlaPolicyRetired</c>.</returns>
    public CrmRuling CanBecomeDefault() => IsDefault ? CrmRuling.Refused(e => e.SlaPolicyIsDefault(Name))
        : IsActive ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.SlaPolicyRetired(Name));

    /// <summary>Makes it the policy of cases for which no other one is. The one that was the default before has to step down in the same save.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is the default one already, or retired.</exception>
    public void BecomeDefault(Instant now)
    {
        CanBecomeDefault().Demand();
        DefaultMark = 1;
        Raise(new SlaPolicyDefaultChanged(Id, Name, true, now));
    }

    /// <summary>Whether it can step down as the default one.</summary>
    /// <returns>The ruling; refused with <c>SlaPolicyIsNotDefault</c>.</returns>
    public CrmRuling CanStepDown() => IsDefault ? CrmRuling.Permitted : CrmRuling.Refused(e => e.SlaPolicyIsNotDefault(Name));

    /// <summary>It is the default one no more.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not the default one.</exception>
    public void StepDown(Instant now)
    {
        CanStepDown().Demand();
        DefaultMark = null;
        Raise(new SlaPolicyDefaultChanged(Id, Name, false, now));
    }

    /// <summary>Whether it can be retired.</summary>
    /// <returns>The ruling; refused with <c>SlaPolicyRetired</c>, or with <c>SlaPolicyIsDefault</c>, since another one has to take its place first.</returns>
    public CrmRuling CanRetire() => !IsActive ? CrmRuling.Refused(e => e.SlaPolicyRetired(Name))
        : IsDefault ? CrmRuling.Refused(e => e.SlaPolicyIsDefault(Name))
        : CrmRuling.Permitted;

    /// <summary>Chooses it no more. Cases that have it keep it.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is retired, or the default one.</exception>
    public void Retire(Instant now)
    {
        CanRetire().Demand();
        IsActive = false;
        Raise(new SlaPolicyActivityChanged(Id, Name, false, now));
    }

    /// <summary>Whether it can be chosen again.</summary>
    /// <returns>The ruling; refused with <c>SlaPolicyNotRetired</c>.</returns>
    public CrmRuling CanReinstate() => IsActive ? CrmRuling.Refused(e => e.SlaPolicyNotRetired(Name)) : CrmRuling.Permitted;

    /// <summary>Chooses it again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not retired.</exception>
    public void Reinstate(Instant now)
    {
        CanReinstate().Demand();
        IsActive = true;
        Raise(new SlaPolicyActivityChanged(Id, Name, true, now));
    }
}
