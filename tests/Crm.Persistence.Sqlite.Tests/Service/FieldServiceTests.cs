using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class FieldServiceTests(SqliteFixture fixture) : FieldServiceSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
