using Crm.Persistence.Specification.Saving;

namespace Crm.Persistence.Sqlite.Tests.Saving;

public sealed class UnitOfWorkTests(SqliteFixture fixture) : UnitOfWorkSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
