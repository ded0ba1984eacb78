using Crm.Domain.Access;
using Crm.Persistence.EfCore.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Encryption;

/// <summary>Every area, personal data encrypted. Each set of keys has a context type of its own, as the model belongs to the type.</summary>
public sealed class EncryptedContext<TKeys>(DbContextOptions<EncryptedContext<TKeys>> options) : DbContext(options), ICrmDbContext
    where TKeys : IKeySet
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this, o => o.EncryptPersonalData(TKeys.Keys));
}

public interface IKeySet
{
    static abstract PersonalDataKeys Keys { get; }
}

/// <summary>Keys of tests, each filled with one byte.</summary>
public static class TestKeys
{
    public static PersonalDataKeys New(string id) => new(id, Key(id), Key("index"));

    public static byte[] Key(string id) => Enumerable.Repeat((byte)id.Sum(c => c), PersonalDataKeys.KeyLength).ToArray();
}

/// <summary>One key, never changed.</summary>
public sealed class OneKey : IKeySet
{
    public static PersonalDataKeys Keys { get; } = TestKeys.New("one");
}

/// <summary>Another data key alone: what was written under the first is unreadable.</summary>
public sealed class OnlyNewKey : IKeySet
{
    public static PersonalDataKeys Keys { get; } = TestKeys.New("two");
}
