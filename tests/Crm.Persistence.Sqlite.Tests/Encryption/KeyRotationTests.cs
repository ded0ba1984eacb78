using Crm.Persistence.Specification.Encryption;

namespace Crm.Persistence.Sqlite.Tests.Encryption;

public sealed class KeyRotationTests(SqliteFixture fixture) : KeyRotationSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
