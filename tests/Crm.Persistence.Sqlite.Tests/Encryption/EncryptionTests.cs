using Crm.Persistence.Specification.Encryption;

namespace Crm.Persistence.Sqlite.Tests.Encryption;

public sealed class EncryptionTests(SqliteFixture fixture) : EncryptionSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
