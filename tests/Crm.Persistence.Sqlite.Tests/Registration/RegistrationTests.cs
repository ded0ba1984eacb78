using Crm.Persistence.Specification.Registration;

namespace Crm.Persistence.Sqlite.Tests.Registration;

public sealed class RegistrationTests(SqliteFixture fixture) : RegistrationSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
