using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class StoredLevelTests(SqliteFixture fixture) : StoredLevelSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
