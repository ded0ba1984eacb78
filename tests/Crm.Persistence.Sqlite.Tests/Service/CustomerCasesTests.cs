using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class CustomerCasesTests(SqliteFixture fixture) : CustomerCasesSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
